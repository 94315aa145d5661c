/** What Google asks for one thing, in US dollars a month, in us-central1 (tier 1 of Cloud Run). */
export interface Price {
  readonly name: string;
  readonly unit: string;
  /** For so many of the unit. */
  readonly price: number;
  readonly per: number;
  /** So many of the unit are free every month: for the whole billing account, not only for this project. */
  readonly free: number;
  readonly source: string;
}

/** When the pages were read. They are copies that tell no date of their own. */
export const PRICES_READ = '2026-11-23';

const MILLION = 1_000_000;

const CLOUD_RUN = 'https://cloud.google.com/run/pricing';
const SECRET_MANAGER = 'https://cloud.google.com/secret-manager/pricing';

/**
 * Functions of the second generation are billed as Cloud Run is, here for the time in which they have
 * requests. The copies of its page break off behind the price of the CPU and what is free: those of memory and
 * requests are as https://cloudchipr.com/blog/cloud-run-pricing repeats them (2025).
 */
export const PRICES = {
  requests: {
    name: 'Cloud Run, requests',
    unit: 'requests',
    price: 0.4,
    per: MILLION,
    free: 2 * MILLION,
    source: CLOUD_RUN,
  },
  cpu: {
    name: 'Cloud Run, CPU',
    unit: 'vCPU-seconds',
    price: 0.000024,
    per: 1,
    free: 180_000,
    source: CLOUD_RUN,
  },
  memory: {
    name: 'Cloud Run, memory',
    unit: 'GiB-seconds',
    price: 0.0000025,
    per: 1,
    free: 360_000,
    source: CLOUD_RUN,
  },
  /** Each call that asks for a task, whether it is there already or not, and each delivery. */
  tasks: {
    name: 'Cloud Tasks',
    unit: 'operations',
    price: 0.4,
    per: MILLION,
    free: MILLION,
    source: 'https://cloud.google.com/tasks/pricing',
  },
  /** The first 30 days of storage are in it. */
  logging: {
    name: 'Cloud Logging',
    unit: 'GiB',
    price: 0.5,
    per: 1,
    free: 50,
    source: 'https://cloud.google.com/stackdriver/pricing',
  },
  scheduler: {
    name: 'Cloud Scheduler',
    unit: 'job',
    price: 0.1,
    per: 1,
    free: 3,
    source: 'https://cloud.google.com/scheduler/pricing',
  },
  secrets: {
    name: 'Secret Manager',
    unit: 'version',
    price: 0.06,
    per: 1,
    free: 6,
    source: SECRET_MANAGER,
  },
  /** Every instance that starts reads the secret once. */
  secretAccess: {
    name: 'Secret Manager, access',
    unit: 'operations',
    price: 0.03,
    per: 10_000,
    free: 10_000,
    source: SECRET_MANAGER,
  },
  /** To the internet, premium tier. The free gibibyte is on Cloud Run's page, the price on the other. */
  network: {
    name: 'Network, outbound',
    unit: 'GiB',
    price: 0.12,
    per: 1,
    free: 1,
    source: 'https://cloudwebschool.com/tools/cloud-run-cost-calculator/',
  },
} as const satisfies Record<string, Price>;

export type Priced = keyof typeof PRICES;
