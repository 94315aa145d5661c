import type { Translated } from '../catalog.ts';
import type { PROVIDERS as ENGLISH } from '../en/providers.ts';

export const PROVIDERS = {
  'provider.kept': 'इस डोमेन के DNS रिकॉर्ड {provider} में रखे हैं।',
  'provider.typed': '{provider} में “{host_field}” फ़ील्ड में {host} और “{value_field}” फ़ील्ड में {value} लिखें।',
  'provider.typed.host-empty':
    '{provider} में “{host_field}” फ़ील्ड खाली छोड़ें और “{value_field}” फ़ील्ड में {value} लिखें।',
  'provider.applies': '{provider} आपके लिए रिकॉर्ड सेट कर सकता है: {url} खोलें और सहमति दें।',
} as const satisfies Translated<typeof ENGLISH>;
