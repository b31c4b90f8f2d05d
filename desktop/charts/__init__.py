"""The charts: laid out once as plain shapes, painted on the screen and on the page."""
