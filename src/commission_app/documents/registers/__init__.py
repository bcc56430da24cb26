"""The columns of the four registers, one source for the workbook and for the printed book."""
