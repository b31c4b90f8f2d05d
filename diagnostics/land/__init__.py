"""What the land gives off and what it stores."""
