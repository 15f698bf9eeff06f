/** Reads one diary in a thread of its own, then ends: a rule that never ends is nobody's wait. */
import { parentPort, workerData } from "node:worker_threads";
import { type BusyAsked, busyTimes } from "./busy-times.ts";

parentPort?.postMessage(busyTimes(workerData as BusyAsked));
