/** What the embedded stack and `npm run send` agree on, so that neither needs to be told. */
export const LOCAL_API_KEY = 'local-closte-key';
export const LOCAL_NETWORK_DOMAIN = 'network.test';
export const LOCAL_PORT = 8080;
/** Below it WordPress stands, at the port of the functions. */
export const WORDPRESS_PATH = '/wordpress';
