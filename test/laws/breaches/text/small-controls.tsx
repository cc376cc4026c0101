import { Button, Input } from 'antd';

export const small = <Button size="small">更正</Button>;
export const thin = <Input size={'small'} />;
export const usual = <Button>更正</Button>;
