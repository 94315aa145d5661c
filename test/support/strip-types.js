import { stripTypeScriptTypes } from 'node:module';

/**
 * Jest's transformer: Node's own type stripping, the one under which `npm start` runs the same files. It puts
 * blanks where the types were, so that lines and columns in a stack trace are those of the source.
 */
const transformer = {
  process: (source) => ({ code: stripTypeScriptTypes(source) }),
};

// biome-ignore lint/style/noDefaultExport: the form in which Jest reads a transformer
export default transformer;
