import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ROOT } from '../../laws/run-tool.ts';
import { openApiDocument } from '../../../services/gateway/src/adapters/http/openapi-document.ts';
import { everyRoute } from '../../../services/gateway/test/every-route.ts';
import { CLIENT_TYPES, clientTypes } from './client-types.ts';

const path = join(ROOT, CLIENT_TYPES);
await mkdir(dirname(path), { recursive: true });
await writeFile(path, await clientTypes(openApiDocument(everyRoute, 'http://127.0.0.1:8080')));
