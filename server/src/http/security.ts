import type { IncomingHttpHeaders } from 'node:http';
import type { RequestHandler } from 'express';
import helmet from 'helmet';
import { words } from '@sojourn/shared/words';

/** Headers for every page. `livekitUrl` is the one outside address that pages may talk to. */
export function securityHeaders(livekitUrl: string, publicUrl: string): RequestHandler {
  const livekit = [livekitUrl, livekitUrl.replace(/^ws/, 'http')];
  const https = publicUrl.startsWith('https:');
  const headers = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        // React Aria places its popovers with style attributes.
        styleSrc: ["'self'"],
        styleSrcAttr: ["'unsafe-inline'"],
        connectSrc: ["'self'", ...livekit],
        imgSrc: ["'self'", 'data:'],
        mediaSrc: ["'self'", 'blob:'],
        workerSrc: ["'self'", 'blob:'],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    referrerPolicy: { policy: 'no-referrer' },
    strictTransportSecurity: https,
  });
  return (request, response, next) => {
    response.setHeader('Permissions-Policy', 'camera=(self), microphone=(self), geolocation=()');
    headers(request, response, next);
  };
}

/**
 * SC3: a page of another site must not act with our cookies. Browsers send Origin with every POST,
 * DELETE and WebSocket; programs send none, and hold no cookie.
 */
export function isSameOrigin(
  { origin, host }: Pick<IncomingHttpHeaders, 'origin' | 'host'>,
  publicUrl: string,
): boolean {
  if (origin === undefined || origin === publicUrl) return true;
  return URL.canParse(origin) && new URL(origin).host === host;
}

export function sameOriginOnly(publicUrl: string): RequestHandler {
  return (request, response, next) => {
    if (request.method === 'GET' || isSameOrigin(request.headers, publicUrl)) return next();
    const message = words('This request came from another site.');
    response.status(403).json({ code: 'not_allowed', message });
  };
}
