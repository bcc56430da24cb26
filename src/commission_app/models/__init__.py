"""Tables: SQLAlchemy 2 typed models, one file a noun."""
