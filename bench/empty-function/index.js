import { http } from '@google-cloud/functions-framework';

http('empty', (_request, response) => {
  response.end('{}');
});
