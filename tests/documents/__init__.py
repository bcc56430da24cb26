"""The papers and the workbooks."""
