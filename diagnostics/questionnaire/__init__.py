"""The questions in the order of a conversation with a farmer."""
