"""How animals eat, grow, give milk, belch methane and excrete."""
