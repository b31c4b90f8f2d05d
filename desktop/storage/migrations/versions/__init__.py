"""One file per step; a step imports nothing of ours, because ours goes on changing."""
