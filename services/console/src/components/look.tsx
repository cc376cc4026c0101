import { ConfigProvider } from 'antd';
import enUs from 'antd/locale/en_US';
import zhCn from 'antd/locale/zh_CN';
import { createContext, type ReactNode, use, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';

type Type = Readonly<{ large: boolean; setLarge: (large: boolean) => void }>;

const KEPT_AS = 'jiangong.large-type';
const TypeContext = createContext<Type>({ large: false, setLarge: () => undefined });

export const useType = (): Type => use(TypeContext);

const FONT =
  'system-ui, -apple-system, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", sans-serif';

/** The nonce that the gateway put into this page: styles that a script adds must carry it. */
const nonceOf = (): string => document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';

export const Look = ({ children }: Readonly<{ children: ReactNode }>) => {
  const { i18n } = useTranslation();
  const [large, setLarge] = useState(() => localStorage.getItem(KEPT_AS) === 'yes');
  useEffect(() => {
    document.documentElement.dataset['type'] = large ? 'large' : 'normal';
    localStorage.setItem(KEPT_AS, large ? 'yes' : 'no');
  }, [large]);
  const type = useMemo(() => ({ large, setLarge }), [large]);
  return (
    <TypeContext value={type}>
      <ConfigProvider
        csp={{ nonce: nonceOf() }}
        locale={i18n.language === 'en' ? enUs : zhCn}
        button={{ autoInsertSpace: false }}
        wave={{ disabled: true }}
        theme={{
          token: {
            colorPrimary: '#1d4f91',
            colorError: '#b3261e',
            colorWarning: '#8a5a00',
            colorSuccess: '#2e6b34',
            colorText: '#1f1f1f',
            colorTextSecondary: '#595959',
            colorTextTertiary: '#595959',
            colorTextDescription: '#595959',
            colorTextPlaceholder: '#6b6b6b',
            colorBorder: '#8c8c8c',
            fontFamily: FONT,
            fontSize: large ? 20 : 16,
            controlHeight: large ? 52 : 44,
            borderRadius: 4,
            motion: false,
          },
        }}
      >
        {children}
      </ConfigProvider>
    </TypeContext>
  );
};
