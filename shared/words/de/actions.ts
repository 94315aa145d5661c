import type { Translated } from '../catalog.ts';
import type { ACTIONS as ENGLISH } from '../en/actions.ts';

export const ACTIONS = {
  'action.set.owner': 'Setzen Sie einen {type}-Eintrag für {place} mit dem Wert {value}.',
  'action.set.operator':
    'Sie müssen nichts tun: Die technische Betreuung Ihrer Website muss einen {type}-Eintrag für {place} mit dem Wert {value} setzen.',
  'action.set.closte':
    'Sie müssen nichts tun: Closte, der Hosting-Anbieter Ihrer Website, muss einen {type}-Eintrag für {place} mit dem Wert {value} setzen.',

  'action.set-caa.owner':
    'Fügen Sie für {place} einen CAA-Eintrag mit dem Wert {value} hinzu. Die anderen können bleiben, wie sie sind.',
  'action.set-caa.operator':
    'Sie müssen nichts tun: Die technische Betreuung Ihrer Website muss für {place} einen CAA-Eintrag mit dem Wert {value} hinzufügen. Die anderen können bleiben, wie sie sind.',
  'action.set-caa.closte':
    'Sie müssen nichts tun: Closte, der Hosting-Anbieter Ihrer Website, muss für {place} einen CAA-Eintrag mit dem Wert {value} hinzufügen. Die anderen können bleiben, wie sie sind.',

  'action.change.owner': 'Ändern Sie den {type}-Eintrag {old} für {place} auf {value}.',
  'action.change.operator':
    'Sie müssen nichts tun: Die technische Betreuung Ihrer Website muss den {type}-Eintrag {old} für {place} auf {value} ändern.',
  'action.change.closte':
    'Sie müssen nichts tun: Closte, der Hosting-Anbieter Ihrer Website, muss den {type}-Eintrag {old} für {place} auf {value} ändern.',

  'action.change-type.owner':
    'Ändern Sie den {old_type}-Eintrag {old} für {place} in einen {type}-Eintrag mit dem Wert {value}. Wenn das Formular das nicht zulässt, löschen Sie erst den alten Eintrag und setzen Sie dann den neuen.',
  'action.change-type.operator':
    'Sie müssen nichts tun: Die technische Betreuung Ihrer Website muss den {old_type}-Eintrag {old} für {place} in einen {type}-Eintrag mit dem Wert {value} ändern. Wenn das Formular das nicht zulässt, ist erst der alte Eintrag zu löschen und dann der neue zu setzen.',
  'action.change-type.closte':
    'Sie müssen nichts tun: Closte, der Hosting-Anbieter Ihrer Website, muss den {old_type}-Eintrag {old} für {place} in einen {type}-Eintrag mit dem Wert {value} ändern. Wenn das Formular das nicht zulässt, ist erst der alte Eintrag zu löschen und dann der neue zu setzen.',

  'action.remove.owner': 'Löschen Sie den {type}-Eintrag {value} für {place}.',
  'action.remove.operator':
    'Sie müssen nichts tun: Die technische Betreuung Ihrer Website muss den {type}-Eintrag {value} für {place} löschen.',
  'action.remove.closte':
    'Sie müssen nichts tun: Closte, der Hosting-Anbieter Ihrer Website, muss den {type}-Eintrag {value} für {place} löschen.',

  'action.remove-at-registrar.owner':
    'Löschen Sie den {type}-Eintrag {value} für {name} bei dem Anbieter, bei dem {name} registriert ist.',
  'action.remove-at-registrar.operator':
    'Sie müssen nichts tun: Die technische Betreuung Ihrer Website muss den {type}-Eintrag {value} für {name} bei dem Anbieter löschen, bei dem {name} registriert ist.',
  'action.remove-at-registrar.closte':
    'Sie müssen nichts tun: Closte, der Hosting-Anbieter Ihrer Website, muss den {type}-Eintrag {value} für {name} bei dem Anbieter löschen, bei dem {name} registriert ist.',

  'action.switch-off-proxy.owner':
    'Nehmen Sie {domain} aus dem vorgeschalteten Proxy heraus (bei Cloudflare: den Proxy-Status des Eintrags auf „DNS only“ stellen, auf Deutsch „Nur DNS“, graue Wolke).',
  'action.switch-off-proxy.operator':
    'Sie müssen nichts tun: Die technische Betreuung Ihrer Website muss {domain} aus dem vorgeschalteten Proxy herausnehmen (bei Cloudflare: den Proxy-Status des Eintrags auf „DNS only“ stellen, auf Deutsch „Nur DNS“, graue Wolke).',
  'action.switch-off-proxy.closte':
    'Sie müssen nichts tun: Closte, der Hosting-Anbieter Ihrer Website, muss {domain} aus dem vorgeschalteten Proxy herausnehmen (bei Cloudflare: den Proxy-Status des Eintrags auf „DNS only“ stellen, auf Deutsch „Nur DNS“, graue Wolke).',

  'action.switch-off-redirect.owner':
    'Schalten Sie die Weiterleitung ab, die Sie für {domain} eingerichtet haben.',
  'action.switch-off-redirect.operator':
    'Sie müssen nichts tun: Die technische Betreuung Ihrer Website muss die Weiterleitung abschalten, die für {domain} eingerichtet ist.',
  'action.switch-off-redirect.closte':
    'Sie müssen nichts tun: Closte, der Hosting-Anbieter Ihrer Website, muss die Weiterleitung abschalten, die für {domain} eingerichtet ist.',

  'action.register.owner':
    'Prüfen Sie die Schreibweise von {name}. Registrieren oder verlängern Sie {name} bei einem Anbieter von Domainnamen.',
  'action.register.operator':
    'Prüfen Sie die Schreibweise von {name}. Sonst müssen Sie nichts tun: Die technische Betreuung Ihrer Website muss {name} bei einem Anbieter von Domainnamen registrieren oder verlängern.',
  'action.register.closte':
    'Prüfen Sie die Schreibweise von {name}. Sonst müssen Sie nichts tun: Closte, der Hosting-Anbieter Ihrer Website, muss {name} bei einem Anbieter von Domainnamen registrieren oder verlängern.',

  'action.ask.owner':
    '{whom, select, operator {Fragen Sie die technische Betreuung Ihrer Website.} closte {Fragen Sie Closte, den Hosting-Anbieter Ihrer Website.} other {Bitten Sie den Anbieter, bei dem Ihre DNS-Einträge liegen (Ihren DNS-Anbieter), das zu beheben.}}',
  'action.ask.operator':
    '{whom, select, operator {Sie müssen nichts tun: Die technische Betreuung Ihrer Website muss sich das ansehen.} closte {Sie müssen nichts tun: Die technische Betreuung Ihrer Website muss Closte bitten, das zu beheben.} other {Sie müssen nichts tun: Die technische Betreuung Ihrer Website muss den Anbieter, bei dem ihre eigenen DNS-Einträge liegen, bitten, das zu beheben.}}',
  'action.ask.closte':
    '{whom, select, operator {Sie müssen nichts tun: Closte, der Hosting-Anbieter Ihrer Website, muss die technische Betreuung Ihrer Website fragen.} closte {Sie müssen nichts tun: Closte, der Hosting-Anbieter Ihrer Website, muss sich das ansehen.} other {Sie müssen nichts tun: Closte, der Hosting-Anbieter Ihrer Website, muss den Anbieter, bei dem Ihre DNS-Einträge liegen (Ihren DNS-Anbieter), bitten, das zu beheben.}}',

  'action.ask.to-map':
    'Wenn {domain} zu Ihrer Website führen soll, bitten Sie die technische Betreuung Ihrer Website, die Domain zuzuordnen.',

  'action.wait': 'Sie müssen nichts tun: Es dauert höchstens bis {until}.',
  'action.or': 'Wenn das nicht möglich ist: {way}',
} as const satisfies Translated<typeof ENGLISH>;
