"""Gunicorn reads this file by itself when it is started in this folder: `gunicorn config.wsgi`."""

import environ

env = environ.Env()

# `site/` is a plain folder: its package `config` is found through the path.
pythonpath = "site"
bind = env("WEB_BIND", default="127.0.0.1:8000")
workers = env.int("WEB_CONCURRENCY", default=2)
worker_class = "gthread"
threads = env.int("WEB_THREADS", default=4)
timeout = 60
graceful_timeout = 30
# A worker is replaced now and then, so that a slow leak never grows large; not all at the same moment.
max_requests = 5000
max_requests_jitter = 500
# Heartbeats on a disk that is busy make workers look dead.
worker_tmp_dir = "/dev/shm"  # noqa: S108  memory, and gunicorn removes the name at once
accesslog = None
errorlog = "-"


def post_worker_init(worker: object) -> None:
    """A worker takes its first visitor when the words and tables of the search are read."""
    from search.warm import warm  # noqa: PLC0415  Django is set up by now, and not before.

    warm()
