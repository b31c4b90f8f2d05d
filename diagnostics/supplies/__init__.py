"""Energy and purchases."""
