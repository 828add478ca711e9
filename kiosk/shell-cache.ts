/** Holds the kiosk's own files, so that it starts again in an outage: after a crash, a power cut, a reload. */
export const shellCache = 'tingtang-kiosk-shell';
