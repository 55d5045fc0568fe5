"""The codemods that put ``HTTPStatus`` and ``HTTPMethod`` in the place of literals, and the command line."""
