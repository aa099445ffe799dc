// A thread that reads PDFs and never comes to an end, in time or in memory: what ends it is what is tested.
import { workerData } from 'node:worker_threads'

if (workerData.bytes[0] === 0) for (;;);
for (const kept = []; ; ) kept.push(new Array(10_000).fill(kept.length))
