<#import "template.ftl" as layout>
<#global auth = "">
<#-- Keycloak's layout goes there when somebody logs in in another tab: this page again, not another login. -->
<#global url = url + {"ssoLoginInOtherTabsUrl": ""}>
<@layout.registrationLayout displayMessage=false; section>
    <#if section = "header">
        ${msg("interlieux.mine.title")}
    <#elseif section = "form">
    <div id="my-visits" class="il-mine">
        <#if !mine.loggedIn()>
        <p>${msg("interlieux.mine.loggedOut")}</p>
        <p>${msg("interlieux.mine.loggedOut.todo")}</p>
        <#else>
        <p class="il-help">${msg("interlieux.mine.kept", mine.retentionDays())}</p>
        <#if mine.visits()?has_content>
        <ul class="il-visits" role="list">
            <#list mine.visits() as visit>
            <#assign stay = visit.stay()>
            <li class="il-visit">
                <span class="il-visit-venue">${visit.venue()}</span>
                <span>${visit.day()}</span>
                <#if stay.exit()?has_content>
                <span>${msg("interlieux.mine.times", stay.enteredAt(), (stay.leftDay()?has_content)?then(stay.leftDay() + " ", "") + stay.leftAt(), stay.length())}</span>
                <span class="il-help">${msg("interlieux.exit." + stay.exit())}<#if stay.estimated()> ${msg("interlieux.mine.estimated")}</#if></span>
                <#else>
                <span>${msg("interlieux.mine.open", stay.enteredAt())}</span>
                </#if>
            </li>
            </#list>
        </ul>
        <#else>
        <p>${msg("interlieux.mine.none")}</p>
        </#if>
        </#if>
    </div>
    <#if mine.loggedIn()>
    <div class="il-actions">
        <#if mine.older()?has_content>
        <a id="older-visits" href="${mine.older()}" class="${properties.kcButtonSecondaryClass!} ${properties.kcButtonBlockClass!}">${msg("interlieux.mine.older")}</a>
        </#if>
        <#if mine.newest()?has_content>
        <a id="newest-visits" href="${mine.newest()}" class="${properties.kcButtonSecondaryClass!} ${properties.kcButtonBlockClass!}">${msg("interlieux.mine.newest")}</a>
        </#if>
        <#if mine.visits()?has_content>
        <a id="visits-file" href="${mine.file()}" download class="${properties.kcButtonLinkClass!} ${properties.kcButtonBlockClass!}">${msg("interlieux.mine.file")}</a>
        </#if>
    </div>
    </#if>
    </#if>
</@layout.registrationLayout>
