"""Results as files for other programs: a workbook, or plain tables."""
