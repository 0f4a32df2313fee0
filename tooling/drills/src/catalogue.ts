import type { Drill } from "./drill";
import { awayAndBack } from "./drills/away-and-back";
import { clockJump } from "./drills/clock-jump";
import { clusterFailover } from "./drills/cluster-failover";
import { cpuStarved } from "./drills/cpu-starved";
import { diskFull } from "./drills/disk-full";
import { duplicatedAndReordered, pubsubLost } from "./drills/events-lost";
import { failover } from "./drills/failover";
import { functionsFlushed } from "./drills/functions-flushed";
import { hostGone } from "./drills/host-gone";
import { hostileFrames } from "./drills/hostile-frames";
import { joinFlood } from "./drills/join-flood";
import { killRedisDrill } from "./drills/kill-redis";
import { killWorker } from "./drills/kill-worker";
import { killWsServer } from "./drills/kill-ws-server";
import { halfOpenPeers, lossyNetwork, receiptsLost } from "./drills/network-faults";
import { memoryLimit } from "./drills/memory-limit";
import { postgresDiskFull } from "./drills/postgres-disk-full";
import { killPostgresDrill, postgresAway, postgresCrowded, workerStopped } from "./drills/postgres-faults";
import { randomKills } from "./drills/random-kills";
import { aofDamaged, aofTailCut, redisEmptied, redisRolledBack } from "./drills/redis-lost";
import { redisPaused } from "./drills/redis-paused";
import { rollingRestart } from "./drills/rolling-restart";
import { slowReaders } from "./drills/slow-readers";
import { nodeCutOff, primaryCutOff } from "./drills/split-network";
import { storm } from "./drills/storm";

/** All drills, in the order of the catalogue of faults. */
export const drills: readonly Drill[] = [
  killWsServer, killWorker, killRedisDrill, redisEmptied, redisRolledBack, aofTailCut, aofDamaged, failover, clusterFailover, primaryCutOff, functionsFlushed, hostGone, rollingRestart, killPostgresDrill,
  postgresAway, postgresCrowded, postgresDiskFull, diskFull, randomKills,
  receiptsLost, lossyNetwork, awayAndBack, pubsubLost, duplicatedAndReordered, clockJump, halfOpenPeers, nodeCutOff,
  storm, redisPaused, workerStopped, memoryLimit, cpuStarved, joinFlood, slowReaders, hostileFrames,
];
