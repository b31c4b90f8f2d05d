"""What a person does at the window, from the first start to the printed page."""
