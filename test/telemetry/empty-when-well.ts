/**
 * Questions that have no answer where all is well, and why; each other question of a dashboard or an alert must have one after a played
 * edition. What fires an alert of these is seen in infra/prometheus/alerts.test.yaml.
 */
export const EMPTY_WHEN_WELL: Readonly<Record<string, string>> = {
  'jiangong-red, HTTP 出错（五分钟内） / HTTP accidents in five minutes, A': 'no request ended with an accident',
  'jiangong-red, RPC 出错（五分钟内） / RPC accidents in five minutes, A': 'no call ended with an accident',
  'jiangong-red, Redis 不可用、证书剩余 / Redis away, certificates, B':
    'the services of one machine know each other without mTLS',
  'jiangong-red, 未送达的调用链 / Spans that no collector took, A': 'the collector took them all',
  'jiangong-delivery, 外发尝试 / Delivery tries, A': 'no mail is set up here, so nothing is sent beside the inbox',
  CallsFailing: 'no call ended with an accident',
  RequestsFailing: 'no request ended with an accident',
  Shedding: 'no call was refused for want of room',
  GatewayShedding: 'no request was told to come later',
  CertificateExpires: 'the services of one machine know each other without mTLS',
};
