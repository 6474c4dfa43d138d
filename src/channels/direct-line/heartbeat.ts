import type { WebSocket } from 'ws';
import type { LimitSettings } from './limit-settings';

/** Keeps connections alive, finds the dead ones, and cuts off those who talk too much. */
export interface Heartbeat {
  watch(socket: WebSocket): void;
  stop(): void;
}

const MISSED_MOST = 2;
const FRAME_WINDOW_MS = 10_000;

interface Pulse {
  missed: number;
  frames: number;
  since: number;
}

/**
 * One timer for all streams: each gets a ping (browsers answer by themselves) and an empty text frame (clients ignore
 * it; a page, which cannot see pings, can tell by it that the connection lives).
 */
export function createHeartbeat({
  heartbeatSeconds,
  framesPerTenSeconds,
}: Pick<LimitSettings, 'heartbeatSeconds' | 'framesPerTenSeconds'>): Heartbeat {
  const pulses = new Map<WebSocket, Pulse>();

  const beat = (socket: WebSocket, pulse: Pulse): void => {
    if (pulse.missed >= MISSED_MOST) {
      socket.terminate();
      return;
    }
    pulse.missed += 1;
    const isBehind = socket.bufferedAmount > 0;
    socket.ping();
    if (!isBehind) socket.send('');
  };
  const timer = setInterval(() => {
    for (const [socket, pulse] of pulses) if (socket.readyState === socket.OPEN) beat(socket, pulse);
  }, heartbeatSeconds * 1000).unref();

  const heard = (socket: WebSocket, pulse: Pulse): void => {
    pulse.missed = 0;
    const now = performance.now();
    if (now - pulse.since > FRAME_WINDOW_MS) Object.assign(pulse, { since: now, frames: 0 });
    pulse.frames += 1;
    if (pulse.frames > framesPerTenSeconds) socket.terminate();
  };

  return {
    watch(socket) {
      const pulse: Pulse = { missed: 0, frames: 0, since: performance.now() };
      pulses.set(socket, pulse);
      for (const event of ['message', 'ping', 'pong'] as const) socket.on(event, () => heard(socket, pulse));
      socket.once('close', () => pulses.delete(socket));
    },
    stop() {
      clearInterval(timer);
      pulses.clear();
    },
  };
}
