# Two stages, so that what installs is not in what runs.
FROM python:3.13-slim AS packages
COPY requirements.txt .
RUN python -m venv /app/.venv \
 && /app/.venv/bin/python -m pip install --no-cache-dir --require-hashes --only-binary :all: -r requirements.txt

FROM python:3.13-slim
RUN useradd --system --uid 10001 --no-create-home dosebook \
 && mkdir -p /app/data /app/keys /app/backups \
 && chown dosebook /app/data /app/keys /app/backups
WORKDIR /app
COPY --from=packages /app/.venv .venv
COPY bot.py logs.py operating.py settings.py LICENSE ./
COPY handlers handlers
COPY journal journal
COPY locales locales
COPY migrations migrations
COPY reports reports
COPY scheduler scheduler
USER dosebook
ENV PATH=/app/.venv/bin:$PATH PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 HTTP_HOST=0.0.0.0 HTTP_PORT=8080
VOLUME ["/app/data", "/app/keys", "/app/backups"]
EXPOSE 8080
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s \
  CMD ["python", "-c", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:8080/healthz', timeout=4)"]
CMD ["python", "bot.py"]
