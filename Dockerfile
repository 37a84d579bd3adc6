# Two stages: the first installs and compiles, the second carries only what runs.
FROM python:3.12-slim AS build
ENV PIP_NO_CACHE_DIR=1 PIP_DISABLE_PIP_VERSION_CHECK=1 PYTHONDONTWRITEBYTECODE=1
RUN python -m venv /venv
COPY requirements.lock /tmp/
RUN /venv/bin/pip install -r /tmp/requirements.lock
COPY . /app
WORKDIR /app
# The key is for this step alone: collecting files needs settings that load, and signs nothing.
RUN export SECRET_KEY=only-while-building DJANGO_SETTINGS_MODULE=config.settings.production STATIC_ROOT=/app/static \
    && /venv/bin/python manage.py compile_catalogues \
    && /venv/bin/python manage.py collectstatic --noinput

FROM python:3.12-slim
ENV PATH=/venv/bin:$PATH PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 \
    DJANGO_SETTINGS_MODULE=config.settings.production \
    STATIC_ROOT=/app/static VENTANILLA_VAR=/data WEB_BIND=0.0.0.0:8000
RUN useradd --system --uid 10001 --home-dir /app --shell /usr/sbin/nologin ventanilla \
    && install -d -o ventanilla -g ventanilla /data
COPY --from=build /venv /venv
COPY --from=build /app /app
WORKDIR /app
USER ventanilla
VOLUME /data
EXPOSE 8000
# Django answers only to its own names, so the question carries one of them.
HEALTHCHECK --interval=30s --timeout=10s --start-period=60s CMD ["python", "-c", "import os, urllib.request as r; \
r.urlopen(r.Request('http://127.0.0.1:8000/healthz', headers={'Host': os.environ['ALLOWED_HOSTS'].split(',')[0]}))"]
# Wrong settings stop the start and are named in the log.
CMD ["sh", "-c", "python manage.py check --deploy && exec gunicorn config.wsgi"]
