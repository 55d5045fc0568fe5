"""A small Flask application."""
from flask import Flask, abort, jsonify, request

app = Flask(__name__)
ITEMS = {200: "a lamp", 404: "a chair"}  # item numbers, no status codes


@app.route("/items/<int:number>", methods=["GET", "DELETE"])
def item(number):
    if number not in ITEMS:
        abort(404)
    if request.method == "DELETE":
        del ITEMS[number]
        return "", 204
    return jsonify(name=ITEMS[number]), 200
