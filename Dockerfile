# BASE is any Linux image with Python 3.11 or later and its venv module. The default has the newest
# Python that every package of requirements.lock has a wheel for; slim, as nothing is compiled.
ARG BASE=python:3.14-slim

FROM ${BASE} AS build
ENV PATH=/venv/bin:$PATH
# What is installed: .ci/html.lock has what reads HTML too, in a larger image.
ARG LOCK=requirements.lock
COPY ${LOCK} /requirements.lock
COPY .ci/build.lock /build.lock
RUN python3 -m venv /venv && \
    pip install --no-cache-dir --no-compile --only-binary :all: --require-hashes \
        --requirement /requirements.lock --requirement /build.lock
COPY . /onrecord
# Nothing is installed in a container, and its code cannot change: pip goes, and bytecode is made
# that never looks at its source again.
RUN pip install --no-cache-dir --no-deps --no-build-isolation --editable /onrecord && \
    pip uninstall --yes pip setuptools && \
    python -m compileall -q --invalidation-mode unchecked-hash /venv/lib /onrecord && \
    mkdir /data

FROM ${BASE}
ARG REVISION=unknown
LABEL org.opencontainers.image.title="Onrecord" \
      org.opencontainers.image.description="Who said what in a news article, and exactly where in its text: quotes as REST resources" \
      org.opencontainers.image.licenses="Apache-2.0" \
      org.opencontainers.image.version="0.1.0" \
      org.opencontainers.image.revision="${REVISION}"
COPY --from=build /venv /venv
COPY --from=build /onrecord /onrecord
# A volume takes its owner from here. The number is one that no user of the machine is likely to have.
COPY --from=build --chown=10001:10001 /data /data
ENV PATH=/venv/bin:$PATH \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    ONRECORD_HOST=0.0.0.0 \
    ONRECORD_PORT=8000 \
    ONRECORD_STORE=/data/onrecord.db
VOLUME /data
EXPOSE 8000
USER 10001:10001
STOPSIGNAL SIGTERM
# Not by urllib, which would ask the proxy that a machine's settings may name.
HEALTHCHECK --interval=30s --timeout=3s --start-period=10s --retries=3 \
    CMD ["python", "-c", "import http.client, os; asked = http.client.HTTPConnection(os.environ['ONRECORD_HOST'], os.environ['ONRECORD_PORT'], timeout=2); asked.request('GET', '/health'); raise SystemExit(asked.getresponse().status != 200)"]
CMD ["onrecord", "serve"]
