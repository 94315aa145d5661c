// What is needed of Google's packages for Cloud Tasks. Where it is bundled, it is a file of its own that is read late
// (`deploy/bundle.ts`): a request that is refused does not need it.
export { CloudTasksClient } from '@google-cloud/tasks';
export { createBackoffSettings, grpc, RetryOptions } from 'google-gax';
