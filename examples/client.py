"""A client as many are written: the numbers and the words speak HTTP, but do not say so."""
import requests

RETRY = {429, 502, 503, 504}


def fetch(url, timeout=200):
    response = requests.request("GET", url, timeout=timeout)
    if response.status_code in RETRY:
        return None
    if response.status_code == 404:
        raise LookupError(url)
    assert response.status_code < 500
    return response.json()


def is_gone(url):
    with requests.Session() as session:
        return session.head(url).status_code in (404, 410)
