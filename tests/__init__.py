"""What Bocage promises, checked."""
