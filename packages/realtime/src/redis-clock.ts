import type { RedisClient } from "./connect-redis";
import { asked } from "./errors";

export type RedisClock = {
  /** Redis's time, in ms, as this process has learned it; never goes back. */
  now: () => number;
  /** Redis itself has just named this instant, so it is at least that late. */
  reached: (instant: number) => void;
  stop: () => void;
};

const samplesKept = 5;
const driftAllowedMs = 5;
const relearnEveryMs = 5_000;

/** What one question for the time has shown: Redis's clock against ours, and how long the answer took. */
type Sample = { offsetMs: number; roundTripMs: number };

async function takeSample(redis: RedisClient, localMs: () => number): Promise<Sample> {
  const askedAt = localMs();
  const [seconds, microseconds] = await asked("reading Redis's clock", redis.time());
  const answeredAt = localMs();
  const redisMs = Number(seconds) * 1_000 + Number(microseconds) / 1_000;
  return { offsetMs: redisMs - (askedAt + answeredAt) / 2, roundTripMs: answeredAt - askedAt };
}

/** Each sample is right to half its round trip; clocks may drift a little between the two. */
function contradicts(sample: Sample, earlier: Sample): boolean {
  const tolerance = (sample.roundTripMs + earlier.roundTripMs) / 2 + driftAllowedMs;
  return Math.abs(sample.offsetMs - earlier.offsetMs) > tolerance;
}

const fastest = (samples: readonly Sample[]): Sample => samples.reduce((best, sample) => (sample.roundTripMs < best.roundTripMs ? sample : best));

/**
 * Learns the offset between this process's monotonic clock and Redis's; a jump of the machine's wall clock changes nothing.
 * The fastest of a few samples counts, since its error is at most half its round trip.
 */
export async function startRedisClock(redis: RedisClient, localMs: () => number = () => performance.now()): Promise<RedisClock> {
  const recent: Sample[] = [];
  const learn = async () => {
    const sample = await takeSample(redis, localMs);
    // A clock that was set, or another Redis after a failover: what was learned before is about another clock.
    if (recent.some((earlier) => contradicts(sample, earlier))) recent.length = 0;
    recent.push(sample);
    if (recent.length > samplesKept) recent.shift();
    offsetMs = fastest(recent).offsetMs;
  };

  let offsetMs = 0;
  let latest = 0;
  for (let count = 0; count < samplesKept; count += 1) await learn();

  // Redis may be away for a while; the offset that was learned before stays good.
  const timer = setInterval(() => void learn().catch(() => undefined), relearnEveryMs);
  timer.unref();

  return {
    now: () => {
      latest = Math.max(latest, Math.floor(localMs() + offsetMs));
      return latest;
    },
    reached: (instant) => {
      latest = Math.max(latest, instant);
    },
    stop: () => clearInterval(timer),
  };
}
