"""Tests of the shop, with a helper of their own."""
import unittest

from shop import app


class ItemTest(unittest.TestCase):
    def setUp(self):
        self.client = app.test_client()

    def check(self, path, expected_status):
        response = self.client.get(path)
        self.assertEqual(response.status_code, expected_status)

    def test_item(self):
        self.check("/items/200", 200)

    def test_no_item(self):
        self.check("/items/500", 404)

    def test_delete(self):
        response = self.client.open("/items/404", method="DELETE")
        self.assertEqual(204, response.status_code)
