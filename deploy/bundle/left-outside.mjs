/**
 * Packages that stay outside of the bundles, with the reason. Everything else that a service imports goes in; what is neither here nor to be
 * found fails the build.
 */
const OUTSIDE = {
  'must be the same for whoever asks for it by name: Nest requires it when it runs': [
    '@grpc/grpc-js',
    '@grpc/proto-loader',
  ],
  'puts its functions on the global `Reflect`, once and before all decorators: every file of a bundle begins with it': [
    'reflect-metadata',
  ],
  'reads files that lie beside its own': ['grpc-health-check', 'pino', 'pdfkit'],
  'is watched by telemetry, whose hook knows it by its name': ['pg', 'pg-pool'],
  'brings a program of the machine': ['@napi-rs/image', '@kurrent/kurrentdb-client'],
  'is loaded where a setting asks for it': [
    'kafkajs',
    'redis',
    '@aws-sdk/client-s3',
    '@opentelemetry/sdk-node',
    '@opentelemetry/instrumentation-pg',
    '@opentelemetry/exporter-trace-otlp-http',
    '@opentelemetry/exporter-trace-otlp-proto',
  ],
  'is tried by `debug`, which does without it; here only for tools': ['supports-color'],
  'is named by Nest, which does without it; it is not installed': [
    '@fastify/multipart',
    '@fastify/view',
    '@nats-io/transport-node',
    '@nestjs/platform-express',
    '@nestjs/websockets/socket-module.js',
    'amqp-connection-manager',
    'class-transformer',
    'class-validator',
    'ioredis',
    'mqtt',
  ],
};

export const leftOutside = Object.values(OUTSIDE).flat();
