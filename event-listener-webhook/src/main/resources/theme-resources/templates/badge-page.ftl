<#import "template.ftl" as layout>
<#import "venue-card.ftl" as card>
<#global auth = "">
<#-- Keycloak's layout goes there when somebody logs in in another tab: this page again, not another login. -->
<#global url = url + {"ssoLoginInOtherTabsUrl": ""}>
<#assign venueName = (badge.venue().name())!"">
<#assign text = "interlieux.badge." + badge.state()>
<#macro onwards label>
<a id="badge-again" href="${badge.page()}" class="${properties.kcButtonPrimaryClass!} ${properties.kcButtonBlockClass!}">${msg(label, venueName)}</a>
</#macro>
<@layout.registrationLayout displayMessage=false; section>
    <#if section = "header">
        ${msg(text + ".title", venueName)}
    <#elseif section = "form">
    <div id="badge-page" class="il-badge" data-state="${badge.state()}">
        <#if badge.venue()??>
        <div class="il-venue il-venue-static"><@card.venue venue=badge.venue() /></div>
        </#if>
        <#if badge.stay()??>
        <#assign stay = badge.stay()>
        <p id="badge-stay">
        <#if badge.state() = "here">
            <#if stay.day()?has_content>${msg(text + ".since.day", stay.day(), stay.enteredAt())}<#else>${msg(text + ".since", stay.enteredAt())}</#if>
        <#elseif stay.leftDay()?has_content || stay.day()?has_content>
            ${msg(text + ".at.day", stay.leftDay()?has_content?then(stay.leftDay(), stay.day()), stay.leftAt(), stay.length())}
        <#else>
            ${msg(text + ".at", stay.leftAt(), stay.length())}
        </#if>
        </p>
        <#if badge.state() = "ended">
        <p>${msg("interlieux.exit." + stay.exit())}<#if stay.estimated()> ${msg("interlieux.badge.estimated")}</#if></p>
        </#if>
        </#if>
        <#if badge.state() != "here" && badge.state() != "ended">
        <p>${msg(text + ".text", venueName, (badge.elsewhere().name())!"")}</p>
        </#if>
    </div>
    <div class="il-actions">
        <#switch badge.state()>
        <#case "here">
        <form action="${badge.page()}" method="post">
            <input type="hidden" name="stateChecker" value="${badge.formToken()}">
            <input type="hidden" name="visit" value="${badge.visitId()}">
            <button type="submit" id="badge-leave" class="${properties.kcButtonPrimaryClass!} ${properties.kcButtonBlockClass!}">${msg("interlieux.badge.leave")}</button>
        </form>
        <#break>
        <#case "left">
        <#case "ended">
        <#case "over">
        <#case "not-here">
        <a id="badge-again" href="${badge.page()}" class="${properties.kcButtonSecondaryClass!} ${properties.kcButtonBlockClass!}">${msg("interlieux.badge.enter", venueName)}</a>
        <#break>
        <#case "elsewhere">
        <a id="badge-elsewhere" href="${badge.elsewherePage()}" class="${properties.kcButtonPrimaryClass!} ${properties.kcButtonBlockClass!}">${msg("interlieux.badge.goThere", badge.elsewhere().name())}</a>
        <a id="badge-again" href="${badge.page()}" class="${properties.kcButtonSecondaryClass!} ${properties.kcButtonBlockClass!}">${msg("interlieux.badge.enter", venueName)}</a>
        <#break>
        <#case "declined">
        <#case "failed">
        <#case "unseen">
        <@onwards label="interlieux.badge.retry" />
        <#break>
        <#case "logged-out">
        <@onwards label="interlieux.badge.logIn" />
        <#break>
        <#case "not-sent">
        <@onwards label="interlieux.badge.open" />
        <#break>
        </#switch>
        <#if badge.myVisits()?has_content>
        <a id="my-visits-link" href="${badge.myVisits()}" class="${properties.kcButtonLinkClass!} ${properties.kcButtonBlockClass!}">${msg("interlieux.badge.myVisits")}</a>
        </#if>
    </div>
    </#if>
</@layout.registrationLayout>
