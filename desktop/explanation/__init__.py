"""Why a number is what it is: its arithmetic with the farm's own figures, down to the answers."""
