import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { GrpcClient, type grpc } from 'google-gax';

/** The definition of google.cloud.tasks.v2.CloudTasks that the client's own package comes with. */
export function cloudTasksDefinition(): grpc.ServiceDefinition {
  const protos = createRequire(import.meta.url).resolve('@google-cloud/tasks/build/protos');
  const json = JSON.parse(readFileSync(join(dirname(protos), 'protos.json'), 'utf8'));
  const root: unknown = new GrpcClient().loadProtoJSON(json);
  return (root as Protos).google.cloud.tasks.v2.CloudTasks.service;
}

interface Protos {
  readonly google: {
    readonly cloud: {
      readonly tasks: { readonly v2: { readonly CloudTasks: { readonly service: grpc.ServiceDefinition } } };
    };
  };
}
