import { existsSync } from 'node:fs';
import { join } from 'node:path';
import express, { type RequestHandler, Router } from 'express';

/** The screens as Vite built them. Names with a hash never change; pages are asked for anew each time. */
export function screens(folder: string): RequestHandler {
  const router = Router();
  const ticketPage = join(folder, 'kiosk', 'ticket', 'index.html');
  router.get('/', (_req, res) => void res.redirect('/kiosk/'));
  router.get('/t/:id', (_req, res, next) =>
    existsSync(ticketPage) ? res.setHeader('Cache-Control', 'no-cache').sendFile(ticketPage) : next(),
  );
  router.use(
    express.static(folder, {
      setHeaders: (res, path) =>
        void res.setHeader('Cache-Control', path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache'),
    }),
  );
  return router;
}
