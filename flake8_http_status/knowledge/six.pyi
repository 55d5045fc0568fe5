"""https://six.readthedocs.io/#module-six.moves"""

class moves:
    from http import client as http_client
