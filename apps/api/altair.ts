import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { FastifyInstance, FastifyReply } from 'fastify';

const BASE = '/graphql-sidan/';
const OPTIONS = 'installningar.js';

/** Nothing from anywhere else; Altair styles its parts as it goes and runs its editors in workers of its own. */
const PAGE_CSP = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; worker-src 'self' blob:; connect-src 'self' ws: wss:; frame-src 'self'; frame-ancestors 'none'; base-uri 'self'; object-src 'none'; form-action 'none'";

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8', '.html': 'text/html; charset=utf-8', '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml', '.png': 'image/png', '.ico': 'image/x-icon', '.woff': 'font/woff', '.woff2': 'font/woff2', '.ttf': 'font/ttf', '.map': 'application/json; charset=utf-8',
};

/** The page to try questions on. Its files come from here, so that it works without a network; nobody's start waits for them. */
export const altairPage = (app: FastifyInstance, endpoint: string): ((reply: FastifyReply) => Promise<FastifyReply>) => {
  let made: ReturnType<typeof altair> | undefined;
  const parts = (): ReturnType<typeof altair> => (made ??= altair(endpoint));

  app.get(`${BASE}*`, async (request, reply) => {
    const { files, script, sandbox } = await parts();
    const path = decodeURIComponent(request.url.slice(BASE.length).split('?')[0]!);
    void reply.headers({ 'cache-control': 'public, max-age=3600', 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' });
    if (path === OPTIONS) return reply.type(TYPES['.js']!).header('cache-control', 'no-store').send(script);
    const file = files.get(path);
    if (file === undefined) return reply.code(404).type('text/plain; charset=utf-8').send('Finns inte.');
    const frame = sandbox(path);
    if (frame !== undefined) void reply.header('content-security-policy', frame);
    return reply.type(TYPES[extname(path)] ?? 'application/octet-stream').send(readFileSync(file));
  });
  return async (reply) => {
    const { page } = await parts();
    return reply.headers({
      'content-type': 'text/html; charset=utf-8', 'content-security-policy': PAGE_CSP, 'cache-control': 'no-store', 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer', 'x-frame-options': 'DENY',
    }).send(page);
  };
};

const altair = async (endpoint: string) => {
  const { getDistDirectory, isSandboxFrame, renderAltair, renderInitialOptions, SANDBOX_FRAME_CSP } = await import('altair-static');
  const dist = getDistDirectory();
  // Only what lies in the package's folder can be asked for: a path is looked up, never opened.
  const files = new Map(readdirSync(dist, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name)).map((file) => [file.slice(dist.length + 1).replaceAll('\\', '/'), file]));
  const options = {
    baseURL: BASE, endpointURL: endpoint, subscriptionsEndpoint: endpoint, disableAccount: true, preserveState: true,
    initialQuery: '# Klubba. Schemat finns till höger (Docs). En token läggs i Headers: {"Authorization": "Bearer …"}\n{ __typename }\n',
    initialSettings: { theme: 'system', language: 'en-US', alertDisableUpdateNotification: true },
  } as const;
  return {
    files,
    page: renderAltair({ ...options, serveInitialOptionsInSeperateRequest: OPTIONS }),
    // Altair would offer a service of its maker's outside: it counts as seen.
    script: `localStorage.setItem('altair:db:ai-plugin-showcased', '{"value":true}');\n${renderInitialOptions(options)}`,
    /** The policy of a frame that runs what the reader writes. */
    sandbox: (path: string): string | undefined => (isSandboxFrame(path) ? SANDBOX_FRAME_CSP : undefined),
  };
};
