import { execFile } from 'node:child_process';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from '@jest/globals';
import { listen } from '../../local/listener.ts';

// That it calls as it should is told by test/shared/queue/queue.test.ts, which jest.deploy.config.js has run through it.

const BUNDLED = fileURLToPath(new URL('../../build/google-client.cjs', import.meta.url));

const ASK_FOR_TOKEN = `
  const { CloudTasksClient } = require(process.argv[1]);
  const client = new CloudTasksClient({ projectId: 'demo', universeDomain: 'googleapis.com' });
  client.auth.getAccessToken().then((token) => process.stdout.write(token));
`;

test('the bundled client has its token from the metadata server, as an instance in the cloud', async () => {
  const server = createServer(({ url }, response) => {
    const isToken = url?.startsWith('/computeMetadata/v1/instance/service-accounts/default/token');
    response.writeHead(isToken ? 200 : 404, {
      'Metadata-Flavor': 'Google',
      'Content-Type': 'application/json',
    });
    response.end(
      JSON.stringify({ access_token: 'of-this-instance', expires_in: 3599, token_type: 'Bearer' }),
    );
  });
  const { host, port } = await listen(server, '127.0.0.1', 0);
  try {
    const { stdout } = await promisify(execFile)(process.execPath, ['-e', ASK_FOR_TOKEN, BUNDLED], {
      env: { GCE_METADATA_HOST: `${host}:${port}`, METADATA_SERVER_DETECTION: 'assume-present' },
    });
    expect(stdout).toBe('of-this-instance');
  } finally {
    server.close();
  }
});
