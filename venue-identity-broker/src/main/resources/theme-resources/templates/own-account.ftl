<#-- The login page of whatever theme the realm has, which would show every venue as a button. -->
<#global social = {"providers": []}>
<#include "login.ftl">
