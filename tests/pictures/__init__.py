"""Every page in every look: what a machine can see, and pictures for people to look at."""
