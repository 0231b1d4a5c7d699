import { parentPort, workerData } from 'node:worker_threads';
import robotsParser from 'robots-parser';
import { ROBOT_NAME } from './user-agent.js';

export interface RobotsJob {
  readonly robotsUrl: string;
  readonly robotsTxt: Uint8Array;
  /** The page asked about. */
  readonly url: string;
}

/** The package's types are those of a module with a default export; it is none. */
const parseRobots = robotsParser as unknown as typeof robotsParser.default;

/** Runs in a thread of its own: answers whether the page may be read, and ends. */
if (parentPort) {
  const { robotsUrl, robotsTxt, url } = workerData as RobotsJob;
  const rules = parseRobots(robotsUrl, new TextDecoder().decode(robotsTxt));
  parentPort.postMessage(rules.isAllowed(url, ROBOT_NAME) ?? true);
}
