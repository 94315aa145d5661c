import type { Translated } from '../catalog.ts';
import type { PROVIDERS as ENGLISH } from '../en/providers.ts';

export const PROVIDERS = {
  'provider.kept': 'આ ડોમેનના DNS રેકોર્ડ {provider} ખાતે રાખવામાં આવેલા છે.',
  'provider.typed': '{provider} ખાતે “{host_field}” ફીલ્ડમાં {host} લખો અને “{value_field}” ફીલ્ડમાં {value} લખો.',
  'provider.typed.host-empty':
    '{provider} ખાતે “{host_field}” ફીલ્ડ ખાલી રાખો અને “{value_field}” ફીલ્ડમાં {value} લખો.',
  'provider.applies': '{provider} તમારા માટે રેકોર્ડ સેટ કરી શકે છે: {url} ખોલો અને સંમતિ આપો.',
} as const satisfies Translated<typeof ENGLISH>;
