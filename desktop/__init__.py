"""The application: it asks the questions, keeps the answers and prints the diagnosis of a farm."""
