"""What a farm could do otherwise; every effect comes from a run of the changed farm."""
