{{- define "jiangong.labels" -}}
app.kubernetes.io/part-of: jiangong
app.kubernetes.io/managed-by: {{ .root.Release.Service }}
app.kubernetes.io/version: {{ .root.Chart.AppVersion | quote }}
{{ include "jiangong.selector" . }}
{{- end }}

{{- define "jiangong.selector" -}}
app.kubernetes.io/instance: {{ .root.Release.Name }}
app.kubernetes.io/name: {{ .name }}
{{- end }}

{{- define "jiangong.image" -}}
{{- $digest := index .root.Values.image.digests .name -}}
{{ .root.Values.image.repository }}/{{ .name }}{{ if $digest }}@{{ $digest }}{{ else }}:{{ .root.Values.image.tag }}{{ end }}
{{- end }}

{{- define "jiangong.podSecurity" -}}
runAsNonRoot: true
runAsUser: 65532
runAsGroup: 65532
fsGroup: 65532
seccompProfile: { type: RuntimeDefault }
{{- end }}

{{- define "jiangong.containerSecurity" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
runAsNonRoot: true
capabilities: { drop: [ALL] }
{{- end }}

{{/* One pod on each node and in each zone before a second one anywhere. */}}
{{- define "jiangong.spread" -}}
{{- range $key := list "kubernetes.io/hostname" "topology.kubernetes.io/zone" }}
- maxSkew: 1
  topologyKey: {{ $key }}
  whenUnsatisfiable: ScheduleAnyway
  labelSelector:
    matchLabels: {{- include "jiangong.selector" $ | nindent 6 }}
{{- end }}
{{- end }}

{{- define "jiangong.sharedEnv" -}}
- { name: NODE_ENV, value: production }
- { name: LOG_LEVEL, value: {{ .root.Values.logLevel }} }
- { name: NODE_OPTIONS, value: "--max-old-space-size={{ .size.heapMiB }} --max-semi-space-size=4" }
- { name: DATABASE_URL_FILE, value: /run/secrets/database/url }
- { name: DATABASE_CONNECTIONS_MAX, value: {{ .root.Values.database.connectionsMax | quote }} }
- { name: JIANGONG_MASTER_KEY_FILE, value: /run/secrets/master/master-key }
- { name: TLS_CERT_FILE, value: /run/tls/tls.crt }
- { name: TLS_KEY_FILE, value: /run/tls/tls.key }
- { name: TLS_CA_FILE, value: /run/tls/ca.crt }
- { name: EVENT_STORE, value: {{ .root.Values.eventStore.kind }} }
{{- if eq .root.Values.eventStore.kind "kurrent" }}
- { name: KURRENTDB_URL, value: {{ .root.Values.eventStore.kurrentUrl | quote }} }
- { name: KURRENTDB_PASSWORD_FILE, value: /run/secrets/kurrent/password }
- { name: KURRENTDB_CA_FILE, value: /run/secrets/kurrent/ca.crt }
{{- end }}
- { name: MESSAGING, value: {{ .root.Values.messaging.kind }} }
{{- if eq .root.Values.messaging.kind "kafka" }}
- { name: KAFKA_BROKERS, value: {{ .root.Values.messaging.brokers | quote }} }
- { name: KAFKA_TLS_CA_FILE, value: /run/secrets/kafka/ca.crt }
- { name: KAFKA_SASL_USERNAME, value: {{ .root.Values.messaging.saslUsername | quote }} }
- { name: KAFKA_SASL_PASSWORD_FILE, value: /run/secrets/kafka/password }
{{- end }}
{{- with .root.Values.telemetry.endpoint }}
- { name: OTEL_EXPORTER_OTLP_ENDPOINT, value: {{ . | quote }} }
- { name: OTEL_SERVICE_NAME, value: jiangong-{{ $.name }} }
{{- end }}
{{- end }}

{{- define "jiangong.sharedMounts" -}}
- { name: database, mountPath: /run/secrets/database, readOnly: true }
- { name: master, mountPath: /run/secrets/master, readOnly: true }
- { name: token, mountPath: /run/secrets/token, readOnly: true }
- { name: tls, mountPath: /run/tls, readOnly: true }
{{- if eq .root.Values.eventStore.kind "kurrent" }}
- { name: kurrent, mountPath: /run/secrets/kurrent, readOnly: true }
{{- end }}
{{- if eq .root.Values.messaging.kind "kafka" }}
- { name: kafka, mountPath: /run/secrets/kafka, readOnly: true }
{{- end }}
{{- end }}

{{- define "jiangong.sharedVolumes" -}}
{{- $secrets := .root.Values.secrets }}
- name: database
  secret: { secretName: {{ $secrets.databaseUrls.name }}, defaultMode: 0440, items: [{ key: {{ .name }}, path: url }] }
- name: master
  secret: { secretName: {{ $secrets.masterKey.name }}, defaultMode: 0440, items: [{ key: {{ $secrets.masterKey.key }}, path: master-key }] }
- name: token
  secret:
    secretName: {{ $secrets.serviceToken.name }}
    defaultMode: 0440
    {{- if eq .name "gateway" }}
    items: [{ key: {{ $secrets.serviceToken.privateKey }}, path: private.pem }]
    {{- else }}
    items: [{ key: {{ $secrets.serviceToken.publicKey }}, path: public.pem }]
    {{- end }}
- name: tls
  secret: { secretName: {{ $secrets.tlsPrefix }}-{{ .name }}, defaultMode: 0440 }
{{- if eq .root.Values.eventStore.kind "kurrent" }}
- name: kurrent
  secret: { secretName: {{ $secrets.kurrent.name }}, defaultMode: 0440, items: [{ key: {{ $secrets.kurrent.password }}, path: password }, { key: {{ $secrets.kurrent.ca }}, path: ca.crt }] }
{{- end }}
{{- if eq .root.Values.messaging.kind "kafka" }}
- name: kafka
  secret: { secretName: {{ $secrets.kafka.name }}, defaultMode: 0440, items: [{ key: {{ $secrets.kafka.password }}, path: password }, { key: {{ $secrets.kafka.ca }}, path: ca.crt }] }
{{- end }}
{{- end }}

{{/* Live: the process answers. Ready: caught up and not leaving. Started: read models may be built at the first start of a version. */}}
{{- define "jiangong.probes" -}}
startupProbe: { httpGet: { path: /readyz, port: {{ .port }} }, periodSeconds: 2, failureThreshold: 300, timeoutSeconds: 2 }
livenessProbe: { httpGet: { path: /healthz, port: {{ .port }} }, periodSeconds: 10, failureThreshold: 3, timeoutSeconds: 3 }
readinessProbe: { httpGet: { path: /readyz, port: {{ .port }} }, periodSeconds: 3, failureThreshold: 2, timeoutSeconds: 2 }
{{- end }}
